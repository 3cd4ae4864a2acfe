"""The page onto a device: a PDF, a printer, the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from thermometer.domain.problems import Problem
from thermometer.ui.print.paper import RESOLUTION
from thermometer.ui.print.sheets import Sheets


def pdf_of(printed: Sheets) -> bytes:
    """The page as a PDF, all lines and letters as vectors, the fonts inside.

    Raises:
        Problem: ``pdf-failed``, if it cannot be painted.
    """
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(printed.title)
    writer.setCreator("Feelings Thermometer")
    writer.setPageSize(printed.paper.page_size)
    writer.setPageOrientation(orientation_of(printed))
    writer.setPageMargins(QMarginsF())
    if printed.grey:
        writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    if not paint_on(writer, printed):
        raise Problem("pdf-failed")
    del writer
    buffer.close()
    return bytes(held.data())


def orientation_of(printed: Sheets) -> QPageLayout.Orientation:
    """Upright, or on its side for what is wider than high."""
    wide = printed.size.width() > printed.size.height()
    return QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait


def paint_on(device: QPagedPaintDevice, printed: Sheets) -> bool:
    """Paints every sheet onto ``device``, scaled to its page; whether that was possible."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    layout = device.pageLayout()
    box = QRectF(layout.fullRectPixels(device.logicalDpiX()))
    for sheet in range(printed.sheets):
        if sheet and not device.newPage():
            painter.end()
            return False
        paint_sheet(painter, printed, sheet, box)
    return painter.end()


def paint_sheet(painter: QPainter, printed: Sheets, sheet: int, box: QRectF) -> None:
    """Paints one sheet into ``box``, which has the shape of the paper."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / printed.size.width(), box.height() / printed.size.height())
    printed.paint(painter, sheet)
    painter.restore()

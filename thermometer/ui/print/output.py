"""The page onto a device: a PDF, a printer, the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from thermometer.domain.problems import Problem
from thermometer.ui.print.paper import RESOLUTION
from thermometer.ui.print.report_page import ReportPage


def pdf_of(report: ReportPage) -> bytes:
    """The page as a PDF, all lines and letters as vectors, the fonts inside.

    Raises:
        Problem: ``pdf-failed``, if it cannot be painted.
    """
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(report.title)
    writer.setCreator("Feelings Thermometer")
    writer.setPageSize(report.paper.page_size)
    writer.setPageMargins(QMarginsF())
    if not paint_on(writer, report):
        raise Problem("pdf-failed")
    del writer
    buffer.close()
    return bytes(held.data())


def paint_on(device: QPagedPaintDevice, report: ReportPage) -> bool:
    """Paints every sheet onto ``device``, scaled to its page; whether that was possible."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    layout = device.pageLayout()
    box = QRectF(layout.fullRectPixels(device.logicalDpiX()))
    for sheet in range(report.sheets):
        if sheet and not device.newPage():
            painter.end()
            return False
        paint_sheet(painter, report, sheet, box)
    return painter.end()


def paint_sheet(painter: QPainter, report: ReportPage, sheet: int, box: QRectF) -> None:
    """Paints one sheet into ``box``, which has the shape of the paper."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / report.size.width(), box.height() / report.size.height())
    report.paint(painter, sheet)
    painter.restore()

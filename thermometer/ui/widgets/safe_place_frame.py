"""Where things stand on a Safe Place, in wide, low and tall windows."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from thermometer.ui.theme.theme import Theme

GAP = 8


@dataclass(frozen=True, slots=True)
class SafePlaceFrame:
    """Rooms in logical pixels of the page."""

    band: QRectF
    strip: QRectF
    title: QRectF
    cards: QRectF
    oops: QRectF
    extra: QRectF
    oops_in_band: bool
    signs: QRectF = field(default_factory=QRectF)
    read: QRectF = field(default_factory=QRectF)
    read_beside_strip: bool = False

    @classmethod
    def of(
        cls,
        page: QRectF,
        theme: Theme,
        *,
        lying: bool,
        extra: bool,
        signs: float = 0.0,
        read: float = 0.0,
    ) -> SafePlaceFrame:
        """The rooms on ``page``.

        Args:
            page: the whole page.
            theme: sizes.
            lying: the band lies at the top without a ground of its own, as in red.
            extra: whether a button stands under the cards.
            signs: how high the tray of early signs under the cards is, if there is one.
            read: the side of the button that reads the page, if there is one: at the end of the
                foot, or at the left of the strip where there is no foot.
        """
        if lying:
            return cls._quiet(page, theme, extra=extra, read=read)
        if page.width() >= page.height():
            return cls._wide(page, theme, extra=extra, signs=signs, read=read)
        return cls._tall(page, theme, extra=extra, signs=signs, read=read)

    @classmethod
    def _quiet(cls, page: QRectF, theme: Theme, *, extra: bool, read: float) -> SafePlaceFrame:
        margin, touch = theme.px(28), theme.target("child") + 8.0
        head = max(touch, float(theme.px(120)))
        foot = touch + 4
        wide = page.width() >= page.height()
        strip = QRectF(margin, margin * 0.5, page.width() - 2 * margin, touch)
        top = strip.top() if wide else strip.bottom() + margin * 0.5
        band = QRectF(page.left() + margin * 0.3, top, page.width() - margin, head)
        low = QRectF(margin, page.height() - foot - margin * 0.3, page.width() - 2 * margin, foot)
        above = band.bottom() + margin * 0.4
        cards = QRectF(margin, above, low.width(), low.top() - above)
        left, right, end = _shared(low, read, extra=extra)
        return cls(band, strip, QRectF(), cards, left, right, oops_in_band=False, read=end)

    @classmethod
    def _wide(
        cls, page: QRectF, theme: Theme, *, extra: bool, signs: float, read: float
    ) -> SafePlaceFrame:
        margin, touch = theme.px(32), theme.target("child") + 8.0
        band = QRectF(0, 0, max(150.0, theme.px(270)), page.height())
        left = band.right() + margin
        head = QRectF(left, margin * 0.6, page.width() - left - margin, touch)
        high = theme.target("parent") + 16.0
        low = QRectF(left, page.height() - high - margin * 0.2, head.width(), high)
        cards = QRectF(left, head.bottom() + margin * 0.3, head.width(), 0)
        cards.setBottom(low.top() if extra or theme.factor > 0.8 else low.bottom())
        oops = QRectF(4, page.height() - touch - margin * 0.5, band.width() - 8, touch)
        tray = QRectF()
        if signs:
            tray = QRectF(left, page.height() - signs - margin * 0.4, head.width(), signs)
            cards.setBottom(tray.top() - margin * 0.2)
            if extra:  # they share a line
                low = QRectF(tray)
                low.setLeft(tray.right() - max(112.0, theme.px(210)))
                tray.setRight(low.left() - theme.px(12))
        beside = QRectF(left, head.top() - 1, read, read)
        return cls(
            band,
            head,
            head,
            cards,
            oops,
            low,
            oops_in_band=True,
            signs=tray,
            read=beside,
            read_beside_strip=True,
        )

    @classmethod
    def _tall(
        cls, page: QRectF, theme: Theme, *, extra: bool, signs: float, read: float
    ) -> SafePlaceFrame:
        margin, touch = theme.px(32), theme.target("child") + 8.0
        band = QRectF(0, 0, page.width(), theme.px(190))
        head = QRectF(margin, band.bottom() + margin * 0.6, page.width() - 2 * margin, touch)
        foot = QRectF(margin, page.height() - touch - margin * 0.5, head.width(), touch)
        cards = QRectF(margin, head.bottom() + margin * 0.4, head.width(), 0)
        cards.setBottom(foot.top() - margin * 0.2)
        tray = QRectF()
        if signs:
            side = margin * 0.25
            tray = QRectF(side, cards.bottom() - signs, page.width() - 2 * side, signs)
            cards.setBottom(tray.top() - margin * 0.2)
        left, right, end = _shared(foot, read, extra=extra)
        return cls(band, head, head, cards, left, right, oops_in_band=False, signs=tray, read=end)


def _shared(foot: QRectF, read: float, *, extra: bool) -> tuple[QRectF, QRectF, QRectF]:
    """Two halves of ``foot``, and at its end a square of the side ``read``.

    Without an ``extra`` button the other one has the middle of the page to itself.
    """
    end = QRectF(foot.right() - read, foot.center().y() - read / 2, read, read)
    beside = read + GAP if read else 0.0
    if not extra:
        return foot.adjusted(beside, 0, -beside, 0), QRectF(), end
    rest = foot.adjusted(0, 0, -beside, 0)
    half = rest.width() / 2
    return rest.adjusted(0, 0, -half, 0), rest.adjusted(half, 0, 0, 0), end

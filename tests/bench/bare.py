"""The floor of a start: a bare window, and with a FILE also SQLModel and one query of it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.watch import FirstPaint, painted, ready, stop_at_errors

LATEST = "SELECT * FROM check_in ORDER BY person, at DESC LIMIT 1"


class Bare(QWidget):
    """Nothing but its ground; then, for a file, what no start with these libraries can spare."""

    def __init__(self, files: list[str]) -> None:
        super().__init__()
        self.files = files
        self.resize(1280, 800)

    def query(self) -> None:
        from sqlmodel import Session, create_engine, text  # noqa: PLC0415 - is being measured

        for file in self.files:
            engine = create_engine(f"sqlite:///{file}")
            with Session(engine) as session:
                session.connection().execute(text(LATEST)).one()
            engine.dispose()
        ready()


def main(files: list[str]) -> int:
    stop_at_errors()
    application = QApplication(sys.argv)
    window = Bare(files)
    FirstPaint(window, painted, window.query if files else ready)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

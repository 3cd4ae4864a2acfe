"""A second start raises the first window instead of opening another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 500
SHA256 = QCryptographicHash.Algorithm.Sha256


class SingleInstance(QObject):
    """Answers for one data folder. Whether the data is in use is SQLite's to say, not this."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = str(folder.resolve()).encode()
        digest = bytes(QCryptographicHash.hash(path, SHA256).toHex().data()).decode()[:24]
        self._name = f"feelings-thermometer-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def raise_first(self) -> bool:
        """Ask a window that is already open to come to the front; whether there is one."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Be the first window. What a killed program left behind does not matter."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Answer no longer."""
        self._server.close()

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        connection.disconnectFromServer()
        self.asked.emit()

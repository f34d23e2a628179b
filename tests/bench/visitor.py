"""A visitor without a browser: speaks Streamlit's protocol over the websocket."""

import time
from dataclasses import dataclass, field
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.browser.server import Server

_DONE = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}
PATIENCE = 60.0


class PageFailed(Exception):
    """The page showed an error instead of an answer."""


@dataclass(frozen=True)
class Answer:
    """How long a run took until its end reached the visitor, and how much it sent."""

    seconds: float
    bytes: int
    messages: int


@dataclass
class Visitor:
    """One session. Keeps what a browser keeps: which messages it has, which page it is on."""

    server: Server
    page: str = ""
    _held: set[str] = field(default_factory=set)
    _socket: ClientConnection | None = None
    _script: str = ""

    async def __aenter__(self) -> "Visitor":
        address = self.server.url.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = await connect(
            address, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        assert self._socket is not None
        await self._socket.close()

    async def open(self, page: str, query: str = "") -> Answer:
        """Go to a page by its URL path, as a first visit or from the menu."""
        self.page, self._script = page.strip("/"), ""
        return await self.rerun(query)

    async def rerun(self, query: str) -> Answer:
        """Run the page for other choices; returns when the script has finished."""
        assert self._socket is not None
        start = time.perf_counter()
        await self._socket.send(self._asking(query))
        size = messages = 0
        while True:
            raw = await self._socket.recv(decode=False)
            size, messages = size + len(raw), messages + 1
            if self._took(ForwardMsg.FromString(raw)):
                return Answer(time.perf_counter() - start, size, messages)

    def _asking(self, query: str) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = query
        state.page_name = "" if self._script else self.page
        state.page_script_hash = self._script
        state.cached_message_hashes.extend(self._held)
        state.context_info.url = f"{self.server.url}/{self.page}"
        state.context_info.locale = "nl-NL"
        state.context_info.timezone = "Europe/Amsterdam"
        return message.SerializeToString()

    def _took(self, message: ForwardMsg) -> bool:
        """Note what arrived; whether it was the end of the run."""
        kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self._held.add(message.hash)
        if kind == "navigation":
            self._script = message.navigation.page_script_hash
        if kind == "page_not_found" or _is_exception(message):
            raise PageFailed(f"/{self.page}: {message.delta.new_element.exception.message or kind}")
        return kind == "script_finished" and message.script_finished in _DONE


def _is_exception(message: ForwardMsg) -> bool:
    return message.delta.new_element.WhichOneof("type") == "exception"

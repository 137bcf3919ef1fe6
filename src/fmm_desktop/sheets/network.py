"""The network is shut: no template makes Typst fetch anything."""

import os

_NAMES = ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
_NOBODY = "http://127.0.0.1:9"  # the port at which, by RFC 863, all is discarded; hardly any machine has it open
_SHUT = {**dict.fromkeys(_NAMES, _NOBODY), "no_proxy": "", "NO_PROXY": ""}


def shut_the_network() -> None:
    """Let Typst find nobody who would fetch a package: a template may put the name of one together from pieces.

    Typst goes by the proxy of the environment, and nothing else in this program ever asks for a network. To be called
    before there are threads, as others may read the environment while it changes; once it is so, it is left alone.
    """
    if any(os.environ.get(name) != value for name, value in _SHUT.items()):
        os.environ.update(_SHUT)

"""`python -m fmm_desktop` and the `fmm-desktop` command."""

import sys


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    from fmm_desktop import cli  # noqa: PLC0415 - so that `--version` and errors of import are told by `cli`

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""The list of commands holds commands and nothing else."""


def test_every_command_is_listed_with_what_it_does(app):
    result = app.test_cli_runner().invoke(args=["--help"])
    assert result.exit_code == 0
    for name in ("database", "demo", "ledger", "statement"):
        assert f"\n  {name} " in result.output

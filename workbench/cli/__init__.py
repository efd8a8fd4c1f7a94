"""The command ``wb``: one module a command. Nothing is imported here, so that help is instant."""

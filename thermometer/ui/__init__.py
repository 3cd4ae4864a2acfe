"""The window: pages, widgets, theme."""

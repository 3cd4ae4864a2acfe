"""The breathing guides' moving pictures: for each a file that says how its parts move."""

"""The checks, one file a family; each gives rules as polars expressions over the cleaned table."""

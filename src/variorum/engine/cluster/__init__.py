"""Data sets as Parquet in a folder that all nodes see, worked on by Spark."""

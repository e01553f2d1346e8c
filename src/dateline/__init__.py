"""dateline: news reports of conflict in, checkable events out."""

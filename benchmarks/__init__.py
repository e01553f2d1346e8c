"""Benchmarks: dateline on public corpora, with the published metric of each.

In: a file or folder in a corpus's own layout. Out: a table or JSON with every metric, its counts and its
interval. Run `python -m benchmarks NAME --data PATH`; docs/benchmarks.md says what is scored and how.
"""

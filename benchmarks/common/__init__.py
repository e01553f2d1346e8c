"""What all benchmarks share: input files, samples, metrics, intervals, output."""

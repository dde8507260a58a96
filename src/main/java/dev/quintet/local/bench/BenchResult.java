package dev.quintet.local.bench;

import java.util.List;

/** Everything one run found. */
public record BenchResult(List<StepFigures> steps, List<ProofFigures> proofs) {}

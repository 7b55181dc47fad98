namespace Sluice.FunctionalTests.Library;

public readonly record struct Weight(int Grams);

namespace Sluice.FunctionalTests.Library;

public sealed record Parcel(string Label, Weight Weight);

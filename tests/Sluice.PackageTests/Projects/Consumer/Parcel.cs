namespace Consumer;

internal sealed record Parcel(string Text, int Size);

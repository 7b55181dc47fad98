namespace MachineCode;

internal sealed record Input(int Number, bool Yields);

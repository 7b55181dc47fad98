namespace Sluice.Compiler.Lower;

/// <summary>Nothing: the call leaves the argument out, or passes the parameter's own form of absence.</summary>
internal sealed record AbsentArgument : TakenValue;

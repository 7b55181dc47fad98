namespace Sluice.Compiler.Lower;

/// <summary>The method of a concurrent run that records the failure of a stage first.</summary>
internal enum FailurePath
{
    /// <summary>The method that keeps failures or ends the run.</summary>
    Direct,

    /// <summary>A method that names the guard, since a guard may refuse.</summary>
    Guarded,

    /// <summary>A method that may have stages run again instead.</summary>
    UnlessRepeated,
}

namespace Sluice.Compiler.Lower;

/// <summary>The source of a parameter, a condition or an output.</summary>
internal abstract record TakenValue
{
    /// <summary>The stages and inputs that the value may come from.</summary>
    public virtual IReadOnlyList<TakenValue> Producers => [this];
}

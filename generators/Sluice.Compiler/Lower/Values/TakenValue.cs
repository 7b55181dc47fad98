namespace Sluice.Compiler.Lower;

/// <summary>The source of a parameter, a condition or an output.</summary>
internal abstract record TakenValue
{
    /// <summary>The stages and inputs that the value may come from.</summary>
    public virtual IReadOnlyList<TakenValue> Producers => [this];

    /// <summary>Whether it is a value of the run, which stages and inputs give.</summary>
    public bool IsProduced => this is StageValue or InputValue or MergedValue or CarriedValue or AllValue;
}

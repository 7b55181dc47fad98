namespace Sluice.Compiler.Bind.Production;

/// <summary>The possible values of a stage or input for comparisons.</summary>
/// <param name="source">The stage or input.</param>
/// <param name="name">Its name.</param>
internal abstract class ConditionVariable(Binding source, string name)
{
    public Binding Source { get; } = source;

    public string Name { get; } = name;

    /// <summary>The number of values that the conditions distinguish.</summary>
    public abstract int Size { get; }

    /// <summary>Returns the values for which a condition holds.</summary>
    public abstract ValueSet Values(BoundCondition condition);

    /// <summary>
    /// Returns the condition that holds for exactly the given values, which must be neither none nor all.
    /// </summary>
    public abstract BoundCondition Condition(ValueSet values);

    /// <summary>
    /// Returns the text that the graph shows for the given values: <c>IsLarge</c>, <c>Route is Question or Order</c>.
    /// </summary>
    public abstract string Text(ValueSet values);

    /// <summary>
    /// Returns the clause that a message uses for the given values: <c>'IsLarge' is true</c>,
    /// <c>'Route' is Question or Order</c>.
    /// </summary>
    public abstract string Phrase(ValueSet values);
}

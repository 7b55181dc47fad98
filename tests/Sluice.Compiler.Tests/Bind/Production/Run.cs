using Sluice.Compiler.Bind;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>One run of a graph.</summary>
internal sealed class Run(Assignment assignment, int count)
{
    private readonly bool[] _hasValue = new bool[count];

    public bool[] HasRun { get; } = new bool[count];

    public bool[] IsNeeded { get; } = new bool[count];

    public void Settle(int position, bool runs)
    {
        HasRun[position] = runs;
        _hasValue[position] = runs && !assignment.Lacks(new Binding(BindingKind.Stage, position));
    }

    public bool HasValue(Binding binding) =>
        binding.Kind switch
        {
            BindingKind.Stage => _hasValue[binding.Index],
            BindingKind.Input => !assignment.Lacks(binding),
            _ => binding.Sources.Any(HasValue),
        };

    public bool Holds(BoundCondition condition) => HasValue(condition.Source) && assignment.Holds(condition);
}

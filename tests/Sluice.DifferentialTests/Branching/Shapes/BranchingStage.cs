using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>A stage of a pipeline that branches. How it behaves is decided by each run.</summary>
/// <param name="Id">Its number, which it keeps when stages around it are taken away. What it depends on has lower numbers.</param>
/// <param name="Return">How it gives back its output.</param>
/// <param name="Content">What it gives; for a stage with <c>[Each]</c>, what it gives for one element.</param>
public sealed record BranchingStage(int Id, ReturnStyle Return, Content Content)
{
    /// <summary>In which form it returns what it gives.</summary>
    public Form Form { get; init; }

    /// <summary>Whether it is a plain method that conditions name, and no stage.</summary>
    public bool IsCondition { get; init; }

    /// <summary>Whether it is marked <c>[Offload]</c>.</summary>
    public bool IsOffloaded { get; init; }

    /// <summary>Whether it has a <c>CancellationToken</c> parameter.</summary>
    public bool TakesToken { get; init; }

    /// <summary>What it depends on, beside the run, which every stage takes.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Its conditions.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>The ids of stages that it names in <c>[After]</c>.</summary>
    public IReadOnlyList<int> After { get; init; } = [];

    /// <summary>The <c>MaxConcurrency</c> of its <c>[Each]</c>, or 0.</summary>
    public int MaxConcurrency { get; init; }

    public bool IsEffect => Content == Content.None;

    public Parameter? Each => Parameters.FirstOrDefault(parameter => parameter.Take is Take.Each or Take.EachFlattened);

    public string Name => $"S{Id}";

    public string Method => Return == ReturnStyle.Synchronous ? Name : Name + "Async";
}

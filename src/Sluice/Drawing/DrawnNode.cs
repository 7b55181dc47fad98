namespace Sluice.Drawing;

/// <summary>A node of a <see cref="GraphDrawing"/>.</summary>
/// <param name="Id">Its number in the drawing. Names never serve as ids: they may be keywords of the language drawn in.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Execution">How it runs, if it is a stage.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Type">The type to show below the name, if there is one.</param>
internal sealed record DrawnNode(int Id, DrawnNodeKind Kind, DrawnExecution Execution, string Name, string? Type)
{
    /// <summary>When it runs, to show below the rest, if it does not always.</summary>
    public string? Condition { get; init; }

    /// <summary>The names of its policies, to show below its type, if it has any.</summary>
    public string? Policies { get; init; }

    /// <summary>What to show, line by line.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return Name;
            if (Type is not null)
            {
                yield return Type;
            }

            if (Policies is not null)
            {
                yield return $"with {Policies}";
            }

            if (Condition is not null)
            {
                yield return $"when {Condition}";
            }
        }
    }

    /// <summary>The node of a stage.</summary>
    public static DrawnNode ForStage(int id, GraphStage stage)
    {
        var execution =
            stage.IsOffloaded ? DrawnExecution.Offloaded
            : stage.IsAsynchronous ? DrawnExecution.Asynchronous
            : DrawnExecution.Synchronous;
        var kind = stage.IsEffect ? DrawnNodeKind.Effect : DrawnNodeKind.Stage;
        return new DrawnNode(id, kind, execution, stage.Name, stage.Output)
        {
            // What they are set to would make a node too wide.
            Policies = stage.Policies.Count == 0 ? null : string.Join(", ", stage.Policies.Select(NameOf).Distinct()),
        };
    }

    private static string NameOf(string policy) =>
        policy.IndexOf('(', StringComparison.Ordinal) is >= 0 and var end ? policy[..end] : policy;
}

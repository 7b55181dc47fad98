namespace Sluice.Drawing;

/// <summary>Represents a node of a <see cref="GraphDrawing"/>.</summary>
/// <param name="Id">
/// The number of the node in the drawing. Names are not used as identifiers, because they may be keywords of the
/// drawing language.
/// </param>
/// <param name="Kind">The kind of the node.</param>
/// <param name="Execution">The execution of the node, if it is a stage.</param>
/// <param name="Name">The displayed name.</param>
/// <param name="Type">The type to display below the name, or <see langword="null"/>.</param>
internal sealed record DrawnNode(int Id, DrawnNodeKind Kind, DrawnExecution Execution, string Name, string? Type)
{
    /// <summary>The condition to display below the rest, or <see langword="null"/> if the stage always runs.</summary>
    public string? Condition { get; init; }

    /// <summary>
    /// The names of the policies to display below the type, or <see langword="null"/> if there are none.
    /// </summary>
    public string? Policies { get; init; }

    /// <summary>The displayed lines.</summary>
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

    /// <summary>Creates the node of a stage.</summary>
    public static DrawnNode ForStage(int id, GraphStage stage)
    {
        var execution =
            stage.IsOffloaded ? DrawnExecution.Offloaded
            : stage.IsAsynchronous ? DrawnExecution.Asynchronous
            : DrawnExecution.Synchronous;
        var kind = stage.IsEffect ? DrawnNodeKind.Effect : DrawnNodeKind.Stage;
        return new DrawnNode(id, kind, execution, stage.Name, stage.Output)
        {
            // The arguments of policies would make a node too wide.
            Policies = stage.Policies.Count == 0 ? null : string.Join(", ", stage.Policies.Select(NameOf).Distinct()),
        };
    }

    private static string NameOf(string policy) =>
        policy.IndexOf('(', StringComparison.Ordinal) is >= 0 and var end ? policy[..end] : policy;
}

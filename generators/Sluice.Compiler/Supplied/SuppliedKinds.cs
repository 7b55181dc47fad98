namespace Sluice.Compiler.Supplied;

/// <summary>The kinds of parameters that a run supplies, each with its argument. A new kind is one row.</summary>
internal static class SuppliedKinds
{
    // The writers of arguments are not part of the kinds, since models are compared and hold no delegate.
    private static readonly (SuppliedKind Kind, Func<SuppliedCall, string> Argument)[] Rows =
    [
        (
            new("CancellationToken", SuppliedNeeds.Token) { Type = ("System.Threading", "CancellationToken") },
            call => call.Token
        ),
        (
            new("StageContext", SuppliedNeeds.Token | SuppliedNeeds.Scope | SuppliedNeeds.Context)
            {
                Type = ("Sluice", "StageContext"),
            },
            call => call.Context
        ),
        (
            new("RunContext", SuppliedNeeds.Scope) { Type = ("Sluice", "RunContext") },
            call => $"{call.Scope}.{(call.IsNestedRun ? "Nested()" : "Context")}"
        ),
        (
            new("Service", SuppliedNeeds.Scope | SuppliedNeeds.Services) { Attribute = "ServiceAttribute" },
            call =>
                call.MayBeNull
                    ? $"{call.Scope}.OptionalService<{call.TypeName}>()!"
                    : $"{call.Scope}.Service<{call.TypeName}>({call.Stage})"
        ),
    ];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SuppliedKind> All { get; } = [.. Rows.Select(row => row.Kind)];

    /// <summary>The class names of the attributes that show a kind.</summary>
    public static IEnumerable<string> Attributes => All.Select(kind => kind.Attribute).OfType<string>();

    /// <summary>Writes the argument of a parameter.</summary>
    /// <param name="kind">The kind of the parameter.</param>
    /// <param name="call">The call of its stage.</param>
    public static string Argument(SuppliedKind kind, SuppliedCall call) =>
        Rows.First(row => row.Kind == kind).Argument(call);
}

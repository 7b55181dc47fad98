namespace Sluice.Compiler.Supplied;

/// <summary>The kinds of parameters that a run supplies. A new kind is one row.</summary>
internal static class SuppliedKinds
{
    /// <summary>All kinds. Those that a type shows come first.</summary>
    public static IReadOnlyList<SuppliedKind> All { get; } =
    [
        new("CancellationToken", SuppliedNeeds.Token, call => call.Token)
        {
            Type = ("System.Threading", "CancellationToken"),
        },
        new("StageContext", SuppliedNeeds.Token | SuppliedNeeds.Scope | SuppliedNeeds.Context, call => call.Context)
        {
            Type = ("Sluice", "StageContext"),
        },
        new("RunContext", SuppliedNeeds.Scope, call => $"{call.Scope}.{(call.IsNestedRun ? "Nested()" : "Context")}")
        {
            Type = ("Sluice", "RunContext"),
        },
        new(
            "Service",
            SuppliedNeeds.Scope | SuppliedNeeds.Services,
            call =>
                call.MayBeNull
                    ? $"{call.Scope}.OptionalService<{call.TypeName}>()"
                    : $"{call.Scope}.Service<{call.TypeName}>({call.Stage})"
        )
        {
            Attribute = "ServiceAttribute",
        },
    ];

    /// <summary>The class names of the attributes that show a kind.</summary>
    public static IEnumerable<string> Attributes => All.Select(kind => kind.Attribute).OfType<string>();
}

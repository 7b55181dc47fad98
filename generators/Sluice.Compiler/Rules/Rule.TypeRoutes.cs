namespace Sluice.Compiler.Rules;

/// <content>Rules about routes by type.</content>
internal sealed partial class Rule
{
    /// <summary>A condition names a type that the value is never of.</summary>
    public static readonly Rule TypeCannotOccur = Error(
        70,
        title: "A value is never of the type that a condition names",
        message: "The condition '{1}' of stage '{0}' never holds: its value is a '{3}', which cannot be a '{2}'. Name a type that derives from '{3}', or an interface.",
        description: "A condition that names a type holds if the value is of that type, so there must be a conversion from the type of the value to it."
    );

    /// <summary>A route by type whose type others can add to has no stage for the rest.</summary>
    public static readonly Rule OpenTypeRoute = Warning(
        71,
        title: "A route by type has no stage for other types",
        message: "No stage runs if '{0}' is a '{1}' of another type than {2}. Add a stage for the rest with [Otherwise(nameof({3}))].",
        description: "If other assemblies can derive from the type of a route, or it is an interface, no list of types covers every value."
    );

    /// <summary>A condition names a type and another one that covers it.</summary>
    public static readonly Rule TypeCoveredByAnother = Warning(
        72,
        title: "A condition names a type that another one covers",
        message: "The condition '{1}' of stage '{0}' names both '{2}' and '{3}', but every '{2}' is a '{3}'. Remove '{2}', or move it to a stage of its own.",
        description: "A condition that names several types holds if the value is of any of them, so a type that derives from another one in the list changes nothing."
    );
}

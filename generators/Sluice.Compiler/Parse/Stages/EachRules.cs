using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Checks the uses of <c>[Each]</c>. Each method returns a clause that says what is wrong and what to do, or
/// <see langword="null"/>.
/// </summary>
internal static class EachRules
{
    /// <summary>The name of the argument that limits the number of elements under way.</summary>
    public const string MaxConcurrency = "MaxConcurrency";

    /// <summary>The name of the argument that selects the elements of the elements.</summary>
    public const string Flatten = "Flatten";

    /// <summary>Checks <c>[Each]</c> on a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="attributes">Its attributes, including <c>[Each]</c>.</param>
    /// <param name="isSecond">Whether an earlier parameter has <c>[Each]</c> as well.</param>
    public static string? ReasonAgainst(IParameterSymbol parameter, ParameterAttributes attributes, bool isSecond)
    {
        if (SuppliedParameters.KindOf(parameter) is not null)
        {
            return $"a '{TypeNames.Short(parameter.Type)}' comes from the run, not from a collection: remove [Each]";
        }

        if (isSecond)
        {
            return "the stage already enumerates another collection: join the two in "
                + "a separate stage, and take the elements of its result";
        }

        if (attributes.All is not null)
        {
            return "[All] collects the values of stages in a list: remove one of the two";
        }

        if (attributes.Buffer is not null)
        {
            return "it takes one element, which cannot be buffered: "
                + $"remove [Buffer], and limit the concurrency with '{MaxConcurrency}'";
        }

        return attributes.Each.NamedNumber(MaxConcurrency) < 0
            ? $"its '{MaxConcurrency}' is negative: set the number of elements that may run at the same time, or leave it out"
            : null;
    }

    /// <summary>Checks the return type of a stage that runs for each element.</summary>
    public static string? ReasonAgainstOutput(ITypeSymbol output) =>
        ElementType.IsStream(FormedType.OfWrapper(output).Value)
            ? "it runs for each element and returns a stream, so there would be one stream for each element: return a collection"
            : null;
}

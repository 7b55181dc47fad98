using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sluice.Compiler.Rules;

/// <summary>
/// A rule that every pipeline must obey. One row declares a rule: its number, its texts and its severity.
/// </summary>
/// <remarks>
/// The descriptors, the index of pages and the release file are generated from the rows. Each rule exists once, so
/// rules are compared by reference.
/// </remarks>
internal sealed partial class Rule
{
    // The static constructor runs after the field initializers of all files, in whatever order the compiler arranges
    // these.
#pragma warning disable CA1810
    static Rule() => All = [.. Rows.Declared.OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
#pragma warning restore CA1810

    private Rule(string name, int number, string title, string message, string description, bool isError)
    {
        Name = name;
        Id = "SLU" + number.ToString("0000", CultureInfo.InvariantCulture);
        Title = title;
        Message = message;
        Description = description;
        IsError = isError;
        Rows.Declared.Add(this);
    }

    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<Rule> All { get; }

    /// <summary>The name of the rule in code.</summary>
    public string Name { get; }

    /// <summary>The id by which users know the rule, such as <c>SLU0003</c>.</summary>
    public string Id { get; }

    /// <summary>The title of the rule's page.</summary>
    public string Title { get; }

    /// <summary>The message format, with placeholders for the arguments of a finding.</summary>
    public string Message { get; }

    /// <summary>The reason for the rule.</summary>
    public string Description { get; }

    /// <summary>Whether a pipeline that breaks the rule cannot be compiled. Otherwise the rule is a warning.</summary>
    public bool IsError { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Rule Error(
        int number,
        string title,
        string message,
        string description,
        [CallerMemberName] string name = ""
    ) => new(name, number, title, message, description, isError: true);

    private static Rule Warning(
        int number,
        string title,
        string message,
        string description,
        [CallerMemberName] string name = ""
    ) => new(name, number, title, message, description, isError: false);

    // A class of its own, so that the list exists before the first row is initialised.
    private static class Rows
    {
        public static readonly List<Rule> Declared = [];
    }
}

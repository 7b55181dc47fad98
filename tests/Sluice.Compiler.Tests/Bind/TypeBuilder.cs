using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Builds types from their names, with the arrays, collections, optionals, outcomes and routes that the compiler knows.</summary>
/// <remarks>
/// <c>T?</c> is a nullable value type if <c>T</c> is an enum or starts with a lower-case letter (except <c>string</c> and arrays),
/// and a reference type otherwise.
/// </remarks>
internal sealed class TypeBuilder
{
    private readonly List<TypeModel> _types = [];
    private readonly Dictionary<string, int> _indexes = [];
    private readonly Dictionary<string, string[]> _enums = [];

    public EquatableArray<TypeModel> Types => _types.ToEquatableArray();

    /// <summary>Declares a type name as an enum. An enum without members is a flags enum.</summary>
    public void AddEnum(string name, string[] members) => _enums.Add(name, members);

    /// <summary>The value form that the name denotes, such as <c>Optional&lt;T&gt;</c>, and the type inside.</summary>
    public (ValueForm Form, string Value) Form(string name) =>
        Argument(name, "Optional") is { } optional ? (ValueForm.Optional, optional)
        : Argument(name, "Outcome") is { } outcome ? (ValueForm.Outcome, outcome)
        : (name.EndsWith('?') ? ValueForm.Nullable : ValueForm.Plain, name);

    /// <summary>The type argument of <c>Name&lt;T&gt;</c>, or null if the type has another name.</summary>
    public static string? Argument(string name, string generic) =>
        name.StartsWith(generic + "<", StringComparison.Ordinal) && name.EndsWith('>')
            ? name[(generic.Length + 1)..^1]
            : null;

    /// <summary>The constant with the given text: <c>true</c>, <c>42</c>, <c>"text"</c> or <c>Intent.Question</c>.</summary>
    public ConstantModel Constant(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return text is "true" or "false" ? ConstantModel.Boolean(text == "true", Index("bool"))
            : text.StartsWith('"') ? new ConstantModel(text, text, text, Index("string"))
            : dot < 0 ? new ConstantModel(text, text, text, Index("int"))
            : Member(text[..dot], text[(dot + 1)..], Index(text[..dot]));
    }

    /// <summary>The index of the type with the given name, which is added if it is new.</summary>
    public int Index(string name)
    {
        var isNullable = name.EndsWith('?');
        var isValue = IsValue(name.TrimEnd('?'));
        var identity = isNullable && !isValue ? name[..^1] : name;
        if (!_indexes.TryGetValue(identity, out var index))
        {
            var underlying = isNullable && isValue ? Index(name[..^1]) : -1;
            var (element, collection) = Elements(identity);
            var elementIndex = element is null ? -1 : Index(element);
            var (form, value) = Form(identity);
            var formOf = form is ValueForm.Optional or ValueForm.Outcome ? Index(value) : -1;
            index = _types.Count;
            _indexes.Add(identity, index);
            _types.Add(
                new TypeModel(
                    identity.StartsWith('I') && element is not null
                        ? "global::System.Collections.Generic." + identity
                        : identity,
                    identity,
                    underlying,
                    !isValue,
                    false
                )
                {
                    Element = elementIndex,
                    Collection = collection,
                    Form = formOf < 0 ? ValueForm.Plain : form,
                    FormOf = formOf,
                    Route = Route(identity),
                    Members = _enums.TryGetValue(identity, out var members)
                        ? members.Select(member => Member(identity, member, index)).ToEquatableArray()
                        : default,
                    IsStream = collection == CollectionKind.AsyncEnumerable,
                }
            );
        }

        return index;
    }

    private bool IsValue(string name) =>
        _enums.ContainsKey(name)
        || (char.IsLower(name[0]) && name != "string" && !name.EndsWith("[]", StringComparison.Ordinal));

    private RouteKind Route(string name) =>
        name switch
        {
            "bool" => RouteKind.Boolean,
            "string" => RouteKind.Text,
            "int" => RouteKind.Integer,
            _ when _enums.TryGetValue(name, out var members) => members.Length == 0 ? RouteKind.Flags : RouteKind.Enum,
            _ => RouteKind.None,
        };

    private static ConstantModel Member(string type, string name, int index) =>
        new(name, name, $"global::{type}.{name}", index);

    private static (string? Element, CollectionKind Kind) Elements(string name) =>
        name.EndsWith("[]", StringComparison.Ordinal) ? (name[..^2], CollectionKind.Array)
        : Argument(name, "List") is { } list ? (list, CollectionKind.List)
        : Argument(name, "IReadOnlyList") is { } readOnly ? (readOnly, CollectionKind.List)
        : Argument(name, "IEnumerable") is { } enumerable ? (enumerable, CollectionKind.Enumerable)
        : Argument(name, "IAsyncEnumerable") is { } stream ? (stream, CollectionKind.AsyncEnumerable)
        : (null, CollectionKind.None);
}

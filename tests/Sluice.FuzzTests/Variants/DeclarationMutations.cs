using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>Declarations of other kinds or with other modifiers, and declarations that are duplicated, removed or moved.</summary>
internal static class DeclarationMutations
{
    private static readonly string[] OddModifiers =
    [
        "public",
        "private",
        "protected",
        "internal",
        "protected internal",
        "private protected",
        "file",
        "static",
        "abstract",
        "virtual",
        "override",
        "sealed",
        "new",
        "partial",
        "async",
        "unsafe",
        "extern",
        "readonly",
        "required",
        "const",
        "volatile",
        "ref",
        "readonly ref",
        "implicit",
        "in",
        "out",
    ];

    private static readonly string[] ParameterModifiers =
    [
        "ref",
        "out",
        "in",
        "ref readonly",
        "params",
        "this",
        "scoped",
        "scoped ref",
        "readonly",
        "params ref",
    ];

    private static readonly string[] TypeKinds =
    [
        "class",
        "struct",
        "interface",
        "record",
        "record struct",
        "record class",
        "enum",
        "ref struct",
        "readonly struct",
        "static class",
        "union",
    ];

    private static readonly string[] Defaults =
    [
        "= default",
        "= null",
        "= 1",
        "= \"x\"",
        "= default!",
        "= new()",
        "= Missing",
        "=",
        "= double.NaN",
        "= '\\u0000'",
        "= \"\\u2028\"",
        "= -1",
        "= typeof(int)",
    ];

    private static readonly string[] TypeParameters =
    [
        "<T>",
        "<T, U>",
        "<in T>",
        "<out T>",
        "<>",
        "<T, T>",
        "<[Stage] T>",
        "<@class>",
    ];

    private static readonly string[] Constraints =
    [
        " where T : struct",
        " where T : class?",
        " where T : notnull, new()",
        " where T : Missing",
        " where T : T",
        " where T : allows ref struct",
        " where T : unmanaged, IDisposable",
        " where U : T",
        " where T : struct, IRunObserver",
    ];

    private static readonly string[] Bases =
    [
        " : Missing",
        " : Exception",
        " : IDisposable",
        " : object",
        " : Missing<int>, IDisposable",
        " : Console",
        " : List<T>",
        " : dynamic",
        " : IAsyncDisposable",
        " : IRunObserver",
        " : ValueType",
    ];

    /// <summary>All mutations of declarations.</summary>
    public static ImmutableArray<Mutation> All { get; } =
    [
        new("remove a modifier", 5, RemoveModifier),
        new(
            "add a modifier",
            7,
            (dice, parts) =>
                parts.Pick<MemberDeclarationSyntax>(dice) is { } member
                    ? [Insert(AfterAttributes(member, member.AttributeLists), dice.Pick(OddModifiers) + " ")]
                    : null
        ),
        new(
            "add a parameter's modifier",
            4,
            (dice, parts) =>
                parts.Pick<ParameterSyntax>(dice) is { } parameter
                    ?
                    [
                        Insert(
                            AfterAttributes(parameter, parameter.AttributeLists),
                            dice.Pick(ParameterModifiers) + " "
                        ),
                    ]
                    : null
        ),
        new(
            "add a default",
            3,
            (dice, parts) =>
                parts.Pick<ParameterSyntax>(dice) is { } parameter
                    ? [Insert(parameter.Span.End, $" {dice.Pick(Defaults)}")]
                    : null
        ),
        new(
            "remove a parameter",
            3,
            (dice, parts) =>
                parts.Pick<ParameterSyntax>(dice) is { } parameter ? [new TextChange(parameter.Span, "")] : null
        ),
        new(
            "double a parameter",
            3,
            (dice, parts) =>
                parts.Pick<ParameterSyntax>(dice) is { } parameter
                    ?
                    [
                        Insert(
                            parameter.Span.End,
                            $", {(dice.Chance(50) ? parameter.ToString() : parts.Pick<ParameterSyntax>(dice)!.ToString())}"
                        ),
                    ]
                    : null
        ),
        new(
            "remove a member",
            4,
            (dice, parts) =>
                parts.Pick<MemberDeclarationSyntax>(dice) is { } member ? [new TextChange(member.Span, "")] : null
        ),
        new(
            "double a member",
            3,
            (dice, parts) =>
                parts.Pick<MemberDeclarationSyntax>(dice) is { } member
                    ? [Insert(member.Span.End, $"\n{member}")]
                    : null
        ),
        new("move a member", 3, MoveMember),
        new(
            "remove a body",
            3,
            (dice, parts) =>
                Body(parts.Pick<BaseMethodDeclarationSyntax>(dice)) is { } body ? [new TextChange(body, ";")] : null
        ),
        new(
            "put another kind of type",
            3,
            (dice, parts) =>
                parts.Pick<TypeDeclarationSyntax>(dice) is { } type
                    ? [new TextChange(type.Keyword.Span, dice.Pick(TypeKinds))]
                    : null
        ),
        new("add type parameters", 3, AddTypeParameters),
        new(
            "add a base",
            3,
            (dice, parts) =>
                parts.Pick<TypeDeclarationSyntax>(dice) is { BaseList: null } type
                    ?
                    [
                        Insert(
                            (type.ParameterList?.Span ?? type.TypeParameterList?.Span ?? type.Identifier.Span).End,
                            dice.Pick(Bases)
                        ),
                    ]
                    : null
        ),
    ];

    private static TextChange Insert(int place, string text) => new(new TextSpan(place, 0), text);

    private static int AfterAttributes(SyntaxNode node, SyntaxList<AttributeListSyntax> attributes) =>
        attributes.Count == 0 ? node.SpanStart : attributes[^1].GetLastToken().GetNextToken().SpanStart;

    private static TextChange[]? RemoveModifier(Dice dice, SourceParts parts)
    {
        var modifiers = parts.Pick<MemberDeclarationSyntax>(dice)?.Modifiers ?? default;
        return modifiers.Count == 0 ? null : [new TextChange(modifiers[dice.Below(modifiers.Count)].Span, "")];
    }

    private static TextChange[]? MoveMember(Dice dice, SourceParts parts) =>
        parts.Pick<MemberDeclarationSyntax>(dice) is { } member
        && parts.Pick<MemberDeclarationSyntax>(dice) is { } other
        && !member.Span.Contains(other.SpanStart)
            ? [new TextChange(member.Span, ""), Insert(other.SpanStart, $"{member}\n")]
            : null;

    private static TextSpan? Body(BaseMethodDeclarationSyntax? method) =>
        method switch
        {
            { ExpressionBody: { } arrow } => TextSpan.FromBounds(arrow.SpanStart, method.Span.End),
            { Body: { } block } => block.Span,
            _ => null,
        };

    private static TextChange[]? AddTypeParameters(Dice dice, SourceParts parts)
    {
        var constraint = dice.Chance(40) ? dice.Pick(Constraints) : "";
        return dice.Chance(50)
            ? parts.Pick<TypeDeclarationSyntax>(dice) is { TypeParameterList: null } type
                ? [Insert(type.Identifier.Span.End, dice.Pick(TypeParameters))]
                : null
            : parts.Pick<MethodDeclarationSyntax>(dice) is { TypeParameterList: null } method
                ?
                [
                    Insert(method.Identifier.Span.End, dice.Pick(TypeParameters)),
                    Insert(method.ParameterList.Span.End, constraint),
                ]
                : null;
    }
}

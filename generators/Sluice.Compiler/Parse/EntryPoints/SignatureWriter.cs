using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Writes the declaration that implements a partial method. Modifiers are copied from the source. Types come from
/// symbols, because the emitted file has none of the user's <c>using</c> directives.
/// </summary>
/// <param name="names">The names of types in emitted code.</param>
internal sealed class SignatureWriter(CodeNames names)
{
    public string Write(IMethodSymbol method, MethodDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        var signature = new StringBuilder();
        foreach (var modifier in declaration.Modifiers)
        {
            if (!modifier.IsKind(SyntaxKind.PartialKeyword) && !modifier.IsKind(SyntaxKind.AsyncKeyword))
            {
                signature.Append(modifier.Text).Append(' ');
            }
        }

        signature.Append("partial ");
        if (method.ReturnsByRefReadonly)
        {
            signature.Append("ref readonly ");
        }
        else if (method.ReturnsByRef)
        {
            signature.Append("ref ");
        }

        signature.Append(names.Code(method.ReturnType)).Append(' ').Append(Keywords.Escape(method.Name));
        AppendList(signature, method.TypeParameters, "<", ">", parameter => Keywords.EscapeType(parameter.Name));
        signature.Append('(');
        AppendList(signature, method.Parameters, "", "", parameter => Parameter(parameter, cancellationToken));
        signature.Append(')');
        foreach (var parameter in method.TypeParameters)
        {
            AppendList(
                signature,
                Constraints(parameter),
                $" where {Keywords.EscapeType(parameter.Name)} : ",
                "",
                constraint => constraint
            );
        }

        return signature.ToString();
    }

    private string Parameter(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        if (
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax syntax
        )
        {
            foreach (var modifier in syntax.Modifiers)
            {
                text.Append(modifier.Text).Append(' ');
            }
        }

        return text.Append(names.Code(parameter.Type)).Append(' ').Append(Keywords.Escape(parameter.Name)).ToString();
    }

    private List<string> Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(
                parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class"
            );
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(names.Code));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (RefStructs.AreAllowedFor(parameter))
        {
            constraints.Add("allows ref struct");
        }

        return constraints;
    }

    private static void AppendList<T>(
        StringBuilder text,
        IReadOnlyList<T> items,
        string before,
        string after,
        Func<T, string> write
    )
    {
        for (var index = 0; index < items.Count; index++)
        {
            text.Append(index == 0 ? before : ", ").Append(write(items[index]));
        }

        if (items.Count > 0)
        {
            text.Append(after);
        }
    }
}

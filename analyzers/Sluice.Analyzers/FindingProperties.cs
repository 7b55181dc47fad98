using System.Collections.Immutable;
using System.Globalization;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>Passes the details of a finding to the code fixes that need them.</summary>
internal static class FindingProperties
{
    /// <summary>Returns the properties of the finding's diagnostic.</summary>
    public static ImmutableDictionary<string, string?> Of(Finding finding)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (finding.Choices.Count > 0)
        {
            properties = properties.Add(
                FixProperties.Choices,
                string.Join(FixProperties.Separator.ToString(), finding.Choices)
            );
        }

        if (finding.Name is { } name)
        {
            properties = properties.Add(FixProperties.Name, name);
        }

        if (finding.Missing is { } missing)
        {
            properties = properties.Add(FixProperties.Missing, missing.ToProperty());
        }

        return finding.Output < 0
            ? properties
            : properties.Add(FixProperties.Output, finding.Output.ToString(CultureInfo.InvariantCulture));
    }
}

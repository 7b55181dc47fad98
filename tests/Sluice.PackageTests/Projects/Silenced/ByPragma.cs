#pragma warning disable SLU0003, SLU0100

namespace Silenced;

[Pipeline]
public sealed partial class ByPragma
{
    public partial int Run(string text);
}

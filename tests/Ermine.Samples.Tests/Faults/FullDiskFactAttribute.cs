namespace Ermine.Samples.Tests.Faults;

/// <summary>A fact that takes <c>prlimit</c> of util-linux, which needs no rights but those of the server's own account.</summary>
public sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        if (!File.Exists("/usr/bin/prlimit")) Skip = "There is no prlimit (util-linux) here, by which a file of the server can be kept from growing.";
    }
}

namespace Ermine.Postgres.Tests.Development;

/// <summary>A fact that is read from <c>/proc</c>.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Reads /proc, which is Linux's.";
    }
}

namespace Ermine.Http;

/// <summary>Remembers whether <c>MapErmine()</c> was called, so that an app that forgot it is told.</summary>
internal sealed class MappedEndpoints
{
    public bool AreMapped { get; set; }
}

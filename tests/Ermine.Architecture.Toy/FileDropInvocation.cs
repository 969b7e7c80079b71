using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Architecture.Toy;

internal sealed class FileDropInvocation : Invocation<Batch>
{
    private readonly FileInfo _file;

    public FileDropInvocation(FunctionDescriptor function, FileInfo file, int attempt, IServiceProvider services)
    {
        _file = file;
        RootServices = services;
        Function = function;
        Attempt = attempt;
        var message = new Message(0, 0, attempt, File.ReadAllBytes(file.FullName), null, file.LastWriteTimeUtc);
        Input = new Batch([message], services.GetRequiredService<PayloadSerializer>());
    }

    public override string IdempotencyKey => _file.Name;

    protected override IServiceProvider RootServices { get; }
}

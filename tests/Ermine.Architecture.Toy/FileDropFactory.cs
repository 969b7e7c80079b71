using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Architecture.Toy;

internal sealed class FileDropFactory(IServiceProvider services, IConfiguration configuration, TimeProvider clock) : ITriggerFactory<FileDropAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<FileDropAttribute> function)
    {
        var root = configuration["FileDrop:Root"] ?? throw new ErmineStartupException("Set FileDrop:Root to the folder that files are dropped below.");
        var folder = Directory.CreateDirectory(Path.Combine(root, function.Trigger.Folder));
        return new FileDropSource(function, folder, new PeriodicTimer(TimeSpan.FromMilliseconds(function.Trigger.PollMilliseconds), clock), services);
    }
}

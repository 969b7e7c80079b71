using Ermine.Kernel;

namespace Ermine.Http;

/// <summary>The habit of a function, made at start; null where it has no attribute that asks for it. Asked in the order of registration.</summary>
internal delegate Habit? HabitFactory(FunctionDescriptor<RestAttribute> function, IServiceProvider services);

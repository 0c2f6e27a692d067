using System.Reflection;
using AwardFlow.Functions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>The app's own orchestrator and activity functions, found as the Functions worker finds them: by their attributes.</summary>
internal static class FunctionTasks
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
        [.. typeof(Orchestrators).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    /// <summary>The names of all functions of the app.</summary>
    public static IEnumerable<string> Names => Functions.Select(NameOf);

    public static void Register(DurableTaskRegistry registry)
    {
        foreach (var method in Functions.Where(IsTriggeredBy<OrchestrationTriggerAttribute>))
        {
            registry.AddOrchestrator(NameOf(method), () => new Orchestrator(method));
        }
        foreach (var method in Functions.Where(IsTriggeredBy<ActivityTriggerAttribute>))
        {
            registry.AddActivity(NameOf(method), services => new Activity(method, services));
        }
    }

    /// <summary>One orchestrator, to be run by hand.</summary>
    public static ITaskOrchestrator Find(string name) => new Orchestrator(Functions.Single(method => NameOf(method) == name));

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static bool IsTriggeredBy<TTrigger>(MethodInfo method)
        where TTrigger : Attribute => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TTrigger>() is not null);

    private sealed class Orchestrator(MethodInfo method) : ITaskOrchestrator
    {
        public Type InputType => method.GetParameters()[1].ParameterType;

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            await (Task)method.Invoke(null, [context, input])!;
            return null;
        }
    }

    private sealed class Activity(MethodInfo method, IServiceProvider services) : ITaskActivity
    {
        public Type InputType => method.GetParameters()[0].ParameterType;

        public Type OutputType => method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : typeof(object);

        public async Task<object?> RunAsync(TaskActivityContext context, object? input)
        {
            var task = (Task)method.Invoke(ActivatorUtilities.CreateInstance(services, method.DeclaringType!), [input, CancellationToken.None])!;
            await task;
            return method.ReturnType.IsGenericType ? ((dynamic)task).Result : null;
        }
    }
}

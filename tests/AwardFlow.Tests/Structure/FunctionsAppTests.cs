using System.Reflection;
using AwardFlow.Functions;
using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Tests.Structure;

/// <summary>What the Functions app must have a function for.</summary>
public class FunctionsAppTests
{
    private static readonly ILookup<string, MethodInfo> Functions = typeof(FunctionsServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
        .ToLookup(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    [Fact]
    public void Every_orchestrator_and_activity_is_a_function_of_its_name_that_takes_and_gives_the_same() => Assert.All(
        CycleTasks.Orchestrators.Concat(CycleTasks.Activities), task =>
        {
            var function = Assert.Single(Functions[task.Name]);
            var run = task.GetMethod("RunAsync")!;
            Assert.Equal(run.ReturnType, function.ReturnType);
            Assert.Contains(run.GetParameters()[1].ParameterType, function.GetParameters().Select(parameter => parameter.ParameterType));
        });

    [Fact]
    public void No_function_orchestrates_or_acts_beside_those_of_the_workflow() => Assert.Equal(
        CycleTasks.Orchestrators.Concat(CycleTasks.Activities).Select(task => task.Name).Order(StringComparer.Ordinal),
        Functions.Where(function => function.Any(method => Binds<OrchestrationTriggerAttribute>(method) || Binds<ActivityTriggerAttribute>(method)))
            .Select(function => function.Key)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_orchestrator_and_activity_of_the_workflow_is_registered() => Assert.Equal(
        typeof(CycleTasks).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && (typeof(Microsoft.DurableTask.ITaskOrchestrator).IsAssignableFrom(type)
                || typeof(Microsoft.DurableTask.ITaskActivity).IsAssignableFrom(type)))
            .Select(type => type.Name).Order(StringComparer.Ordinal),
        CycleTasks.Orchestrators.Concat(CycleTasks.Activities).Select(type => type.Name).Order(StringComparer.Ordinal));

    private static bool Binds<TAttribute>(MethodInfo function)
        where TAttribute : Attribute => function.GetParameters().Any(parameter => parameter.GetCustomAttribute<TAttribute>() is not null);
}

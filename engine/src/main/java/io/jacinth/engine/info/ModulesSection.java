package io.jacinth.engine.info;

/** Loaded modules, of which there are none. */
record ModulesSection() implements InfoSection {
  @Override
  public String title() {
    return "Modules";
  }

  @Override
  public boolean isNamed(String name) {
    return name.equals("modules") || name.equals("module_list");
  }

  @Override
  public void write(InfoWriter out) {}
}
